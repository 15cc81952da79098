package news.breve.rendering;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates of {@code src/main/jte}, which the build made classes of. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "news.breve.rendering");

  private Templates() {}

  /** Returns a whole document: a template within the shell. */
  static String document(Shell shell, String template, Map<String, Object> values) {
    Content content = output -> ENGINE.render(template, values, output);
    StringOutput document = new StringOutput();
    ENGINE.render("page.jte", Map.of("shell", shell, "content", content), document);
    return document.toString();
  }
}
