// Package visit reads the code by which a clinic knows a visit: what belongs to it, which form it has, and whether its check
// digit holds.
//
// A code says of somebody that they were at a clinic. So no error of this package holds one, nor any part of one. The package
// is not for where a code is kept (session) nor for how it is asked for (tui).
package visit
