"""Rules about signatures: who signs, for whom, and when."""
