"""The register of discipline, and of procedures under way.

Other slices use only the names exported here.
"""
