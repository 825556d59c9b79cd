"""How fast the stages are, as ratios measured in one run; no part of the installed package."""
