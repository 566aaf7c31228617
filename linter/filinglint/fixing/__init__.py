"""Fixes: from the edits that rules propose to files written anew, with nothing changed besides."""
