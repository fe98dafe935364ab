"""Reports that leave the till: as files and on paper, all made from one form that keeps numbers numbers."""
