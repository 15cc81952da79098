package news.breve.cli;

import java.util.List;
import java.util.concurrent.Callable;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.brief.Brief;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import news.breve.brief.Verdict;
import news.breve.checking.Checker;
import news.breve.rendering.FindingsRenderer;
import news.breve.rendering.JsonText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code breve check}: a draft against its article, or a brief against itself. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "breve check ARTICLE DRAFT [--format FORMAT] [--language LANG]",
      "breve check BRIEF.json [--format FORMAT]"
    },
    description = {
      "Checks that an article says what a draft says, and French what English says.",
      "",
      "A draft is JSON: {\"headline\":{\"fr\":…,\"en\":…,\"evidence\":[1]},\"sentences\":[…]};"
          + " evidence,",
      "keyFacts and one of the two languages may be absent. A brief that Brève made is checked"
          + " from",
      "itself alone: its words, its passages and its values against the article inside it. No"
          + " model",
      "is called. An error is wrong; a warning wants a look."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  breve check events/article-fr.txt events/drafts/fr.json",
      "  breve check events/article-en.txt events/drafts/en.json --format json",
      "  breve brief events/article-en.txt --format json --out brief.json && breve check"
          + " brief.json",
      "  pbpaste | breve check - draft.json"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no error was found; warnings may have been",
      "1:an error was found",
      "2:bad input or usage"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int ERROR_FOUND = 1;

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ARTICLE",
      description = "The article as “breve brief” takes it, or a brief; - reads standard input.")
  private String first = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DRAFT",
      description = "The draft; - reads standard input.")
  private @Nullable String draft;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private Format format = Format.TEXT;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      description = "The article's language, fr or en, where its text is too short to tell.")
  private @Nullable String language;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return draft == null ? checkBrief() : checkDraft(draft);
  }

  private int checkBrief() {
    if (language != null) {
      throw misused("--language goes with an article; a brief says its own");
    }
    prompt(first, "brief", "la brève");
    Brief brief = CheckedFile.brief(first, terminal.in());
    return tell(brief.draft(), brief.article(), new Checker().check(brief));
  }

  private int checkDraft(String draftFile) {
    if (first.equals(InputFile.STANDARD_INPUT) && draftFile.equals(InputFile.STANDARD_INPUT)) {
      throw misused("only one of the two can come from standard input");
    }
    prompt(first, "article", "l'article");
    Article article = new Intake().read(ArticleFile.read(first, terminal.in(), language)).article();
    prompt(draftFile, "draft", "l'ébauche");
    Draft read = CheckedFile.draft(draftFile, terminal.in());
    return tell(read, article, new Checker().check(read, article));
  }

  private void prompt(String file, String what, String quoi) {
    if (file.equals(InputFile.STANDARD_INPUT) && terminal.isPersonAt("in")) {
      terminal.say("Paste the %s, then Ctrl-D. · Collez %s, puis Ctrl-D.".formatted(what, quoi));
    }
  }

  private ParameterException misused(String fault) {
    return new ParameterException(spec.commandLine(), fault);
  }

  private int tell(Draft checked, Article article, List<Finding> findings) {
    Verdict verdict = Verdict.of(findings);
    terminal
        .out()
        .print(
            switch (format) {
              case JSON -> JsonText.of(new Checked(verdict, findings));
              case TEXT ->
                  new FindingsRenderer(terminal.ink(), terminal.columns())
                      .render(checked, article, findings);
            });
    return verdict == Verdict.REJECTED ? ERROR_FOUND : 0;
  }

  /** What {@code --format json} prints. */
  private record Checked(Verdict status, List<Finding> findings) {}

  /** The formats of {@code --format}. */
  enum Format {
    TEXT,
    JSON
  }
}
