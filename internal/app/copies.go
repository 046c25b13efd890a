package app

// Copies says which copies of a record are to be written, and where.
type Copies struct {
	Formats []string // names of formats; none means Markdown
	Out     string   // a file, or a folder for several formats; "" is the current folder, "-" standard output
}

// Target is one copy: its format, and where it is or will be. The path "-" is standard output.
type Target struct {
	Format string
	Path   string
}
