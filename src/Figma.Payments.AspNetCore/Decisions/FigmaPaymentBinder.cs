using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Figma.Payments.AspNetCore;

/// <summary>Binds parameters of controller actions and Razor page handlers. Without it, the framework would read them from the request's body or query.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FigmaPaymentBinderAttribute : ModelBinderAttribute
{
    public FigmaPaymentBinderAttribute()
        : base(typeof(FigmaPaymentBinder)) =>
        BindingSource = BindingSource.Special;
}

/// <summary>Gets the payment from the decision of the gate.</summary>
internal sealed class FigmaPaymentBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        FigmaPayment? payment = Microsoft.AspNetCore.Http.FigmaPaymentHttpContextExtensions.GetFigmaPayment(bindingContext.HttpContext);

        if (payment is null && bindingContext.ModelMetadata.IsRequired)
            throw new InvalidOperationException($"'{bindingContext.ModelMetadata.Name}' of the type {nameof(FigmaPayment)} can't be null, but the endpoint requires no gate. Add the generated attribute such as [RequireGlyphPayments], or declare it as {nameof(FigmaPayment)}?.");

        if (payment is not null)
            bindingContext.ValidationState[payment] = new() { SuppressValidation = true };

        bindingContext.Result = ModelBindingResult.Success(payment);
        return Task.CompletedTask;
    }
}
