"""The results of quarter, half-year and year, drawn from closed months.

Other slices use only the names exported here.
"""
