/** The door for AWS Lambda: API Gateway events and direct invocation, their logs and metrics. */
@NullMarked
package news.breve.lambda;

import org.jspecify.annotations.NullMarked;
