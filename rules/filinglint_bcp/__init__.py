"""BCP rules."""
