"""Organisations and the recognition of their year.

Other slices use only the names exported here.
"""
