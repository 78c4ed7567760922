# Run it: python3 $file
