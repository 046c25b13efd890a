//go:build race

package yamlform_test

// slack is how much longer a file may take than promised before a test fails: the race detector slows everything down.
const slack = 20

// runs is how often a file is measured; the least counts.
const runs = 1
