// Nothing is declared here: what the loops are called stands in the module CKernels, which needs no objects to be compiled
// against.
