package questionnaire

// Local facts: what differs from country to country, and what an item may ask for under local. A region has the words.
const (
	LocalRegulator = "regulator" // who decides which treatments may be sold
	LocalRegister  = "register"  // where a product, a trial or a doctor can be looked up
	LocalReport    = "report"    // where harm is reported
	LocalLaw       = "law"       // the rules that hold
)

// LocalFacts lists the names of the local facts.
func LocalFacts() []string {
	return []string{LocalRegulator, LocalRegister, LocalReport, LocalLaw}
}
