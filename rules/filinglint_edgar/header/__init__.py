"""Rules about the header of a submission."""
