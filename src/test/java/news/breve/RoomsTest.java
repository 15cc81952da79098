package news.breve;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The rooms and who may know whom (docs/adr/0001-rooms.md). */
@AnalyzeClasses(packages = "news.breve", importOptions = DoNotIncludeTests.class)
final class RoomsTest {
  @ArchTest
  static final ArchRule rooms_know_only_what_the_design_allows =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("news.breve..")
          .layer("article")
          .definedBy("news.breve.article..")
          .layer("configuration")
          .definedBy("news.breve.configuration..")
          .layer("calling")
          .definedBy("news.breve.calling..")
          .layer("reading")
          .definedBy("news.breve.reading..")
          .layer("brief")
          .definedBy("news.breve.brief..")
          .layer("checking")
          .definedBy("news.breve.checking..")
          .layer("writing")
          .definedBy("news.breve.writing..")
          .layer("caching")
          .definedBy("news.breve.caching..")
          .layer("service")
          .definedBy("news.breve.service..")
          .layer("batch")
          .definedBy("news.breve.batch..")
          .layer("rendering")
          .definedBy("news.breve.rendering..")
          .layer("http")
          .definedBy("news.breve.http..")
          .layer("lambda")
          .definedBy("news.breve.lambda..")
          .layer("cli")
          .definedBy("news.breve.cli..")
          .whereLayer("article")
          .mayNotAccessAnyLayer()
          .whereLayer("configuration")
          .mayNotAccessAnyLayer()
          .whereLayer("calling")
          .mayOnlyAccessLayers("article", "configuration")
          .whereLayer("reading")
          .mayOnlyAccessLayers("article")
          .whereLayer("brief")
          .mayOnlyAccessLayers("article", "reading")
          .whereLayer("checking")
          .mayOnlyAccessLayers("article", "brief", "reading")
          .whereLayer("writing")
          .mayOnlyAccessLayers("article", "brief", "reading", "configuration", "calling")
          .whereLayer("caching")
          .mayOnlyAccessLayers("article", "brief", "configuration", "calling")
          .whereLayer("rendering")
          .mayOnlyAccessLayers("article", "brief")
          .whereLayer("batch")
          .mayOnlyBeAccessedByLayers("lambda", "cli")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("lambda", "cli")
          .whereLayer("lambda")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule rooms_have_no_cycles =
      slices().matching("news.breve.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule every_class_stands_in_a_room =
      classes().should().resideOutsideOfPackage("news.breve");
}
