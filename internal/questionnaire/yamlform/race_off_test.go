//go:build !race

package yamlform_test

// slack is how much longer a file may take than promised before a test fails: other programs may run beside it.
const slack = 2

// runs is how often a file is measured; the least counts.
const runs = 3
