"""What the window takes, a module for each thing that is measured."""
