"""The heads' duties as a clock.

Other slices use only the names exported here.
"""
