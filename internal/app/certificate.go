package app

import (
	"crypto/sha256"
	"fmt"
	"regexp"

	"informed/internal/export"
	"informed/internal/summary"
)

// Certificate gives the text of a copy's seal: which record and questionnaire the copy is of, what its content is, and how
// to check it. content is the copy without its seal.
func Certificate(sum summary.Summary, content []byte) string {
	return certificate{
		record: sum.Record.ID, fingerprint: sum.Record.Fingerprint,
		questionnaire: sum.Questionnaire.ID, version: sum.Questionnaire.Version, hash: sum.Questionnaire.Hash,
		content: digest(content),
	}.text()
}

// certificate is what the seal of a copy says.
type certificate struct {
	record, fingerprint          string
	questionnaire, version, hash string
	content                      string // hash of the copy without its seal
}

func (c certificate) text() string {
	return fmt.Sprintf("%s\nrecord %s\nfingerprint %s\nquestionnaire %s %s %s\ncontent %s\ncheck this copy with: informed verify FILE\n",
		export.SealLine, c.record, c.fingerprint, c.questionnaire, c.version, c.hash, c.content)
}

// certificateLines is the form of a certificate. What it says can be shown as it is: nothing acts on a terminal. A
// questionnaire that comes from no file has no hash.
var certificateLines = regexp.MustCompile(`^[^\n]*\nrecord ([!-~]+)\nfingerprint ([!-~]+)\n` +
	`questionnaire ([!-~]+) ([!-~]+) ([!-~]*)\ncontent ([!-~]+)\n`)

// readCertificate undoes text. ok is false where a line is missing, is in another order, or says more.
func readCertificate(text string) (certificate, bool) {
	m := certificateLines.FindStringSubmatch(text)
	if m == nil {
		return certificate{}, false
	}
	c := certificate{record: m[1], fingerprint: m[2], questionnaire: m[3], version: m[4], hash: m[5], content: m[6]}
	return c, c.text() == text
}

func digest(content []byte) string { return fmt.Sprintf("sha256:%x", sha256.Sum256(content)) }
