"""Rules about the documents of a submission: their count, order, types, names and bodies."""
