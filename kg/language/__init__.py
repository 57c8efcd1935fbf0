"""The French language pipeline: how it is loaded, how it was trained, its weights."""
