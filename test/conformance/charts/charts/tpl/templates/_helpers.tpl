{{- define "tpl.name" -}}
{{ .Release.Namespace }}/{{ .Release.Name }}
{{- end -}}
