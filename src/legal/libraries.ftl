<#-- One line per library that the image carries: name, version, licence and address, between tabs. -->
<#list dependencyMap as library>
<#assign project = library.getKey()/>
${project.name} (${project.artifactId})	${project.version}	<#list library.getValue() as licence>${licence}<#sep>, </#list>	${(project.url)!""}
</#list>
Feather icons (in ikonli-feather-pack)	of Ikonli	MIT	https://feathericons.com
Inter (fonts)	4.0 (beta 7)	OFL-1.1	https://rsms.me/inter
