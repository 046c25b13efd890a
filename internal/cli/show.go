package cli

import (
	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/document"
	"informed/internal/region"
)

func newShow(s System) *cobra.Command {
	return &cobra.Command{
		Use:   "show QUESTIONNAIRE",
		Short: "Print a whole questionnaire as Markdown",
		Long: `Print a whole questionnaire as Markdown, for those who check it: every text, every option, what is shown to whom,
and what becomes of each answer. Where a region is set, its facts stand in the explanations.`,
		Args:              counted(1, 1),
		ValidArgsFunction: completeQuestionnaires,
		RunE: func(cmd *cobra.Command, args []string) error {
			places, err := s.sources(cmd.Flags())
			if err != nil {
				return err
			}
			where, err := s.region(places)
			if err != nil {
				return err
			}
			q, err := load(s, args[0])
			if err != nil {
				return err
			}
			words, err := wordsFor("", q)
			if err != nil {
				return err
			}
			_, err = s.Out.Write(document.Markdown(region.Localise(q, where, s.Now(), words), words))
			return output(err)
		},
	}
}

// completeQuestionnaires offers the ids of the built-in ones, and files.
func completeQuestionnaires(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return app.BuiltIns(), cobra.ShellCompDirectiveDefault
}
