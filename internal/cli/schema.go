package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"informed/internal/questionnaire/yamlform"
	"informed/internal/summary"
)

func newSchema(s System) *cobra.Command {
	schema := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a file format",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usage(errors.New("print a schema: there is no such one"), "use informed schema questionnaire, or informed schema summary")
		},
	}
	schema.AddCommand(
		newSchemaOf(s, "questionnaire", "Print the JSON Schema of questionnaire files", yamlform.Schema),
		newSchemaOf(s, "summary", "Print the JSON Schema of a summary in JSON", summary.Schema),
	)
	return schema
}

func newSchemaOf(s System, name, short string, schema func() []byte) *cobra.Command {
	return &cobra.Command{
		Use:   name,
		Short: short,
		Args:  counted(0, 0),
		RunE: func(*cobra.Command, []string) error {
			_, err := s.Out.Write(schema())
			return output(err)
		},
	}
}
