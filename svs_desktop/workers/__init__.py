"""Runs jobs for a program that must not block."""
