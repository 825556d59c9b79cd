"""What the commands do; ``cli.py`` binds them to their names."""
