print("ratsam")
