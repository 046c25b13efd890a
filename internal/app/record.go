package app

import "crypto/rand"

// crockford is the alphabet of Crockford's base 32: no letter that reads like a digit or another letter.
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// NewRecordID makes the id of a new record: 80 random bits in four groups, such as "7ZQ4-K2M9-0XWT-C5RB", which can be
// read out over the telephone.
func NewRecordID() string {
	var random [16]byte
	rand.Read(random[:])
	var id []byte
	for i, b := range random {
		if i > 0 && i%4 == 0 {
			id = append(id, '-')
		}
		id = append(id, crockford[b%32])
	}
	return string(id)
}
