"""Rules about the integrity of a submission and the care of its language."""
