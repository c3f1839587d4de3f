"""What the numbers say together: signals, calibration, workload.

Other slices use only the names exported here.
"""
