"""The window: views and their models, no job logic."""
