"""A summary in written sentences, each held against what was said."""
