"""EDGAR rules."""
