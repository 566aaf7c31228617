"""Rules about the format of documents: characters, elements, references, links."""
