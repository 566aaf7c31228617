"""Rules that are declared, not programmed: files of YAML become the same rules as modules of Python do.

``yaml_text`` reads a file and knows the line of each thing in it, ``terms`` are what a condition can ask
of a text, ``conditions`` combine them, ``packs`` makes the rules.
"""
