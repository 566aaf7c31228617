"""Bytes become submissions and documents, on demand."""
