"""What ``api_load.py`` consists of."""
