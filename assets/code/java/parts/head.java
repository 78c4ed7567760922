// Run it: java $file
