"""How the shipped encoders and judges were made; needs the extra `[train]`, and is not in the wheel."""
