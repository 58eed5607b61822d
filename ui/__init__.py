"""The screens: one file a page, pure views apart from the calls that draw them."""
