package news.breve;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that run a program which Maven can't bring. Without it they are left out, which one line on
 * standard error says; where the variable {@code CI} is {@code true}, they fail.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresTool.Condition.class)
public @interface RequiresTool {
  /** The program: a path from the project's root, or a name that is looked for on the PATH. */
  String value();

  /** How to get it, to follow “To get it:”. */
  String get();

  /** Decides from what is on the disk. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Optional<RequiresTool> required = findAnnotation(context.getElement(), RequiresTool.class);
      if (required.isEmpty() || find(required.get().value()).isPresent()) {
        return ConditionEvaluationResult.enabled("nothing is missing");
      }
      String missing =
          "%s is left out, for %s is not there. To get it: %s"
              .formatted(context.getDisplayName(), required.get().value(), required.get().get());
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(missing);
      }
      System.err.println(missing);
      return ConditionEvaluationResult.disabled(missing);
    }

    /** Returns the program's path, if it can be run. */
    static Optional<Path> find(String tool) {
      Stream<Path> places =
          tool.contains("/")
              ? Stream.of(Path.of(tool))
              : Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                  .map(folder -> Path.of(folder, tool));
      return places.filter(Files::isExecutable).findFirst();
    }
  }
}
