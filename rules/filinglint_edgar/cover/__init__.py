"""Rules about the cover page: against the header, the form, and the documents."""
