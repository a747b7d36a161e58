# What `train judge` says of the judge that it fits.

judge-start = Starting from the judge { $judge }, which learned from thousands of lessons: the fewer labels you give, the less it moves.
judge-curves = How probable it is that a standard is taught is told by the curves of the judge { $judge }, taken over as they are: your labels say which passage is about a standard, not what a whole district leaves out.
