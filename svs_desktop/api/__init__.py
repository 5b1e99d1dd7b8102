"""The job API: the queue as programs and a browser on this computer see it."""
