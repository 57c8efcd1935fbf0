"""Training of the shipped French pipeline: `python -m kg.language.training.train`."""
