"""Promises that no plan can keep, and times stated badly."""
