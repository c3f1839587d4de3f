"""Party organisations and the reviews of members: the Party's own record.

Other slices use only the names exported here.
"""
