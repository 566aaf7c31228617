"""The findings of the command line in an editor: a language server over standard input and output.

What it needs comes with the extra ``filinglint[lsp]`` and is loaded when ``filinglint lsp`` runs.
Source of the messages: Language Server Protocol 3.17.
"""
